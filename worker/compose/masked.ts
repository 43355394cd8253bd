import { writeLetter } from '../../web/letters/write-letter.ts'
import type { WrittenLetter } from '../../web/letters/written.ts'
import type { Letter } from '../domain/letter/letter.ts'
import type { Mail } from '../domain/letter/mail-port.ts'
import { accept } from '../domain/result.ts'
import { composeMail, type Composer, linksOf } from './compose.ts'

/** Stands for every secret of a mail that is only looked at. */
export const MASK = 'hidden'

export type Masked = { readonly mail: Mail; readonly written: WrittenLetter; readonly letter: Letter }

/** The mail of a letter without what opens or answers anything: its tokens, the secret address, the secret UID. */
export async function composeMasked(settings: Composer['settings'], letter: Letter): Promise<Masked> {
  const open = () => Promise.resolve(accept(MASK))
  const composer: Composer = { settings, tokenOf: async () => MASK, open }
  const masked = maskedLetter(letter, settings.replyDomain)
  const written = writeLetter(masked, await linksOf(composer, masked))
  return { mail: await composeMail(composer, masked), written, letter: masked }
}

function maskedLetter(letter: Letter, domain: string): Letter {
  const address = `${MASK}@${domain}`
  const reader = { ...letter.reader, replyAddress: address }
  if (letter.kind === 'test-invite') return { ...letter, reader, uid: address }
  return letter.kind === 'calendar'
    ? { ...letter, reader, organizer: address, uid: address }
    : { ...letter, reader }
}
