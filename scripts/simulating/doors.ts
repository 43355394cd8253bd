/** The part of a response that people and their calendars use. */
export type DoorResponse = {
  readonly ok: boolean
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly json: () => Promise<unknown>
  readonly text: () => Promise<string>
}
export type Init = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}
export type Arriving = { readonly from: string; readonly to: string; readonly raw: string }
export type Row = Readonly<Record<string, unknown>>

/** The doors of the development Worker for browsers and mail servers, and direct reads of its database. */
export type Doors = {
  readonly origin: string
  /** Resolves when all background work of the request is done. */
  readonly ask: (path: string, init?: Init) => Promise<DoorResponse>
  readonly receive: (mail: Arriving) => Promise<void>
  /** Reads its tables; never writes. */
  readonly rows: (question: string) => Promise<readonly Row[]>
}
