import type { Policy, Wording } from '../programme/programme.ts'
import { lintOutward } from './discretion.ts'

/** Stands for the other person's short name in a title of somebody's own. */
export const NAME_IN_TITLE = '{name}'

/** What an event is called: `title` in these words, else as `wording` says. */
export type Titled = { readonly wording: Wording; readonly title: string | null }

export type TitleRules = Pick<Policy, 'wording' | 'forbiddenWords' | 'allowedWords'>

/**
 * The most particular comes first: the executive's own wording, which goes with his other one-to-ones; the title of what
 * the hour begins with, the same for everybody; the programme's wording. A title that is indiscreet by now gives way.
 */
export function titledBy(
  {
    own,
    format,
    other,
  }: {
    /** The executive's own: `name`, `plain`, or a title. */
    readonly own: string | null
    readonly format: string | null
    /** The short name of whom it is with; null if nobody may be named. */
    readonly other: string | null
  },
  policy: TitleRules,
  hiddenNames: readonly string[],
): Titled {
  const { wording } = policy
  if (own === 'name' || own === 'plain') return { wording: own, title: null }
  const isNeutral = (title: string) => isNeutralTitle(title, policy, hiddenNames)
  // Judged without the name, which is true whatever it is: somebody may be called Coach.
  if (own !== null && isNeutral(withName(own, null))) {
    const title = withName(own, other)
    if (title !== '') return { wording, title }
  }
  return { wording, title: format && isNeutral(format) ? format : null }
}

/** Whether a title may be in both calendars. A word may have been forbidden after it was written. */
function isNeutralTitle(
  title: string,
  { forbiddenWords, allowedWords }: Pick<Policy, 'forbiddenWords' | 'allowedWords'>,
  hiddenNames: readonly string[],
): boolean {
  return lintOutward({ summary: title }, { forbiddenWords, allowedWords, hiddenNames }).length === 0
}

/** A short name as it may stand in a title; null if there is none, or it has a word that is forbidden by now. */
export function neutralShortName(
  shortName: string | null,
  policy: Pick<Policy, 'forbiddenWords' | 'allowedWords'>,
): string | null {
  return shortName !== null && isNeutralTitle(shortName, policy, []) ? shortName : null
}

/** “Point avec {name}” is “Point” where nobody may be named; empty if nothing is left. */
export function withName(title: string, other: string | null): string {
  if (other !== null || !title.includes(NAME_IN_TITLE))
    return title.replaceAll(NAME_IN_TITLE, other ?? '').trim()
  const bare = title.replaceAll(NAME_IN_TITLE, ' ').replace(/\(\s*\)|\[\s*\]/g, ' ')
  return bare.replace(JOINS_BEFORE, '').replace(JOINS_AFTER, '').replace(/\s+/g, ' ').trim()
}

/** What joins a name to the rest of a title, at its end and at its beginning. */
const JOINS_BEFORE = /(?:\s+(?:with|and|avec|et|de|x|w\/)|[\s/&+·|:,–—-])+\s*$/iu
const JOINS_AFTER = /^\s*(?:(?:and|et|x)\s+|[\s/&+·|:,–—-])+/iu
