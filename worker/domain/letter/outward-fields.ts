import type { Outward } from './discretion.ts'

/**
 * Every text that somebody types about a programme, a format, a person or a meeting and that leaves Sotto, by its name in
 * the API, and where others read it. A programme's name stays inside: mails carry its short name.
 */
export const OUTWARD_TEXTS = {
  shortName: 'fromName',
  outwardTitle: 'summary',
  carryOn: 'body',
  'rules.wording': 'summary',
  place: 'location',
} as const satisfies Readonly<Record<string, keyof Outward>>

export type OutwardField = keyof typeof OUTWARD_TEXTS

/** A word that says too much, and the field it stands in. */
export type OutwardWord = { readonly field: OutwardField; readonly word: string }
