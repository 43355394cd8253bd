import type { Outward } from './discretion.ts'

/**
 * Every text that somebody types about a programme, a format, a person or a meeting and that leaves Sotto, by its name in
 * the API. A programme's name stays inside: mails carry its short name.
 */
export const OUTWARD_FIELDS = [
  ...(['shortName', 'outwardTitle', 'carryOn', 'rules.wording', 'place', 'words', 'label'] as const),
  ...(['policy.meetingLink', 'rules.meetingLink', 'rules.meetingLinks'] as const),
] as const
export type OutwardField = (typeof OUTWARD_FIELDS)[number]

/** Where others read it. */
export const OUTWARD_TEXTS: Readonly<Record<OutwardField, keyof Outward>> = {
  shortName: 'fromName',
  outwardTitle: 'summary',
  carryOn: 'body',
  'rules.wording': 'summary',
  place: 'location',
  'policy.meetingLink': 'location',
  'rules.meetingLink': 'location',
  'rules.meetingLinks': 'location',
  words: 'body',
  // Of a link to the figures: a mail begins with it, and has it beside the address.
  label: 'attendee',
}

/** A word that says too much, and the field it stands in; or one that a programme's list would let through from now on. */
export type OutwardWord = { readonly field: OutwardField | 'policy.allowedWords'; readonly word: string }
