/** The grid's data: wall clocks without offset, in the requested zone. */
export type FeedSource = {
  readonly sessions: readonly FedSession[]
  readonly availability: readonly FedHours[]
}

export type FedSession = {
  readonly id: string
  readonly title: string
  readonly mentor: string
  /** “with Tom Leroy” */
  readonly said: string
  /** Both names as short as a narrow column needs them. */
  readonly brief: { readonly title: string; readonly mentor: string }
  readonly start: string
  readonly end: string
  /** Its length, which is not what lies between both where the clocks change meanwhile. */
  readonly minutes: number
  readonly status: string
  /** The status in words. */
  readonly state: string
  readonly mentorId: string
  /** 1 to 8. */
  readonly colour: number
  readonly url: string
  readonly movable: boolean
}

export type FedHours = {
  readonly mentorId: string
  readonly colour: number
  readonly start: string
  readonly end: string
}
