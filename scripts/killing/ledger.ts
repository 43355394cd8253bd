/** A change that was asked for, with how the tables show that it was made. */
export type Asked = {
  readonly kind: string
  readonly method: 'POST' | 'MAIL'
  readonly path: string
  readonly body: unknown
  /** Of a mail: from whom, to whom, and its text. */
  readonly mail?: { readonly from: string; readonly to: string; readonly raw: string }
  /** A statement that finds a row once the change is there. Its ids are our own: letters, digits and underscores. */
  readonly shownBy: string
}

/** What the server said; null: it was killed before. */
export type Answer = { readonly status: number; readonly id: string | null } | null

export type Entry = { readonly asked: Asked; readonly answer: Answer }

export function isAcknowledged({ answer }: Entry): boolean {
  return answer !== null && answer.status < 300
}
