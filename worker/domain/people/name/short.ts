import { MAX_SHORT_NAME_CHARACTERS } from '../../limits.ts'
import { oneLine } from './clean.ts'
import { partsOf } from './parts.ts'
import { initialsOf, isInitials, isParticle } from './words.ts'

/** “T. Leroy”: enough to recognise a person in a title, without the full name. Never empty. */
export function proposedShortName(name: string): string {
  const { given, family } = partsOf(name)
  return cut([...given.map(initialsOf), ...family].filter(Boolean).join(' '))
}

/** What is stored of a short name that was typed: null if it says nothing new. */
export function ownShortName(typed: string | null, name: string): string | null {
  const line = oneLine(typed ?? '')
  return line === '' || line === proposedShortName(name) ? null : line
}

/** The programme's own short name for a person, else the proposed one. */
export function shortNameOf({
  name,
  shortName,
}: {
  readonly name: string
  readonly shortName?: string | null
}): string {
  return shortName ?? proposedShortName(name)
}

/** “Nadia H.”: how somebody who writes is called. */
export function familiarName(name: string): string {
  const { given, family } = partsOf(name)
  if (given.length === 0 || given.some(isInitials)) return proposedShortName(name)
  const main = family.find((word) => !isParticle(word)) ?? family.at(-1) ?? ''
  const initial = /\p{L}\p{M}*/u.exec(main.replace(/^(?:\p{L}{2,3})-(?=\p{Lu})/u, ''))?.[0]
  return cut([...given, ...(initial ? [`${initial}.`] : [])].join(' '))
}

function cut(text: string): string {
  if (text.length <= MAX_SHORT_NAME_CHARACTERS) return text
  let shorter = ''
  for (const character of text.match(/\P{M}\p{M}*/gu) ?? [])
    if (shorter.length + character.length < MAX_SHORT_NAME_CHARACTERS) shorter += character
    else break
  return `${shorter.trimEnd()}…`
}
