/** What a door answers, as far as people and their calendars look at it. */
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

/** The doors of the development Worker, a browser's and a mail server's; and a look from behind. */
export type Doors = {
  readonly origin: string
  /** Answers once all is done that the request left running. */
  readonly ask: (path: string, init?: Init) => Promise<DoorResponse>
  readonly receive: (mail: Arriving) => Promise<void>
  /** What stands in its tables: only ever looked at. */
  readonly rows: (question: string) => Promise<readonly Row[]>
}
