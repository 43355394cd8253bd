import type { LinkId, ReportLinkId } from '../../worker/domain/ids.ts'

export type LinkPath =
  | 'sign-in'
  | 'answer'
  | 'invite'
  | 'log'
  | 'confirm'
  | 'meeting'
  | 'own'
  | 'pulse'
  | 'figures'

/** Makes an absolute address. Delivery knows the origin and the tokens; a letter knows neither. */
export type Links = {
  readonly urlOf: (
    linkId: LinkId | ReportLinkId,
    path: LinkPath,
    query?: Readonly<Record<string, string>>,
  ) => string
  /** A page for whoever is signed in. */
  readonly pageOf: (path: string) => string
}

/** The words of an event, as a calendar shows them. */
export type CalendarWords = {
  readonly summary: string
  readonly description: string
  readonly location: string | null
  /** Where to join, if the place is a meeting link. */
  readonly url: string | null
}

/** The texts of one mail; each part is complete without the others. */
export type WrittenLetter = {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Display name of From, and CN of ORGANIZER. */
  readonly fromName: string
  readonly calendar: CalendarWords | null
}
