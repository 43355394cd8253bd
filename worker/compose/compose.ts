import { eventOf } from '../../web/letters/event.ts'
import { writeLetter } from '../../web/letters/write-letter.ts'
import type { Links } from '../../web/letters/written.ts'
import type { LinkId, ReportLinkId } from '../domain/ids.ts'
import { writeMessage } from '../domain/itip/write.ts'
import { type Letter, linksIn } from '../domain/letter/letter.ts'
import type { Mail } from '../domain/letter/mail-port.ts'
import { normalAddress } from '../domain/people/address.ts'
import { type Open, withOpenAddresses } from '../domain/seal/reply-address.ts'
import { writeMail } from './mime.ts'

/** What a mail needs besides its letter: Sotto's own addresses, the tokens of its links, and what opens its sender. */
export type Composer = {
  readonly settings: { readonly origin: string; readonly replyDomain: string }
  readonly tokenOf: (id: LinkId | ReportLinkId) => Promise<string>
  readonly open: Open
}

/** Turns a letter into a mail. Only the letter is read, so the result is the same to the byte every time. */
export async function composeMail(platform: Composer, stored: Letter): Promise<Mail> {
  const letter = await withOpenAddresses(platform.open, stored)
  const { reader } = letter
  const to = normalAddress(reader.email)
  const written = writeLetter(letter, await linksOf(platform, letter))
  const from = {
    address: letter.kind === 'calendar' ? letter.organizer : reader.replyAddress,
    name: written.fromName,
  }
  const raw = writeMail({
    from,
    to: { address: to, name: reader.name },
    replyTo: from.address,
    subject: written.subject,
    date: letter.madeAt,
    messageId: `<${letter.id}@${platform.settings.replyDomain}>`,
    text: written.text,
    html: written.html,
    calendar:
      letter.kind === 'calendar' || letter.kind === 'test-invite'
        ? { method: letter.method, content: writeMessage(eventOf(letter, written)) }
        : null,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  return { from: from.address, to, subject: written.subject, raw }
}

export async function linksOf({ tokenOf, settings }: Composer, letter: Letter): Promise<Links> {
  const tokens = new Map(
    await Promise.all(linksIn(letter).map(async (id) => [id, await tokenOf(id)] as const)),
  )
  return {
    pageOf: (path) => `${settings.origin}${path}`,
    urlOf: (id, path, query = {}) =>
      `${settings.origin}/${path}?${new URLSearchParams({ k: tokens.get(id) ?? '', ...query })}`,
  }
}
