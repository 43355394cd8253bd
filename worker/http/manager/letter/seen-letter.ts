import { lintLetter } from '../../../../web/letters/outward.ts'
import type { SeenMail } from '../../../../web/pages/manager/letter/seen-letter.tsx'
import { composeMasked } from '../../../compose/masked.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import { readerKindOf } from '../../../domain/letter/reader-kind.ts'
import { isNameless } from '../../../domain/people/permission.ts'
import type { Policy } from '../../../domain/programme/programme.ts'
import type { Situation } from '../../../domain/situation.ts'
import type { Platform } from '../../../platform.ts'

/** Whose words are allowed, and who of the two may not be named. */
export type Judging = {
  readonly policy: Policy
  /** Null: it is about no pairing. */
  readonly situation: Pick<Situation, 'executive' | 'mentor'> | null
}

/** A letter as each of its readers sees it, without a secret. */
export async function seenLetter(
  { settings }: Pick<Platform, 'settings'>,
  letter: Letter,
  { policy, situation }: Judging,
): Promise<SeenMail> {
  const { mail, written } = await composeMasked(settings, letter)
  const reader = readerKindOf(letter)
  const isHidden = situation && isNameless(situation.executive) && reader !== 'mentor'
  const rules = { ...policy, hiddenNames: isHidden ? [situation.mentor.name] : [] }
  return {
    ...{ kind: letter.kind, reader, name: letter.reader.name },
    ...{ from: `${written.fromName} <${mail.from}>`, to: mail.to, subject: mail.subject },
    text: written.text,
    event: written.calendar && 'time' in letter ? { ...written.calendar, time: letter.time } : null,
    ...{ octets: new TextEncoder().encode(mail.raw).length, parts: partsOf(mail.raw) },
    found: lintLetter(letter, written, rules),
  }
}

/** The parts of a mail in their order, by type. */
function partsOf(raw: string): readonly string[] {
  return Array.from(raw.matchAll(/^Content-Type: ([^;\r\n]+)/gim), ([, type = '']) => type.trim())
}

/** As it is handed over, but for its secrets. */
export async function sourceOf({ settings }: Pick<Platform, 'settings'>, letter: Letter): Promise<string> {
  return (await composeMasked(settings, letter)).mail.raw
}
