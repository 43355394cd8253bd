import { eventOf } from '../../../web/letters/event.ts'
import { writeLetter } from '../../../web/letters/write-letter.ts'
import type { Links } from '../../../web/letters/written.ts'
import { paths } from '../../../web/pages/paths.ts'
import { writeMessage } from '../../domain/itip/write.ts'
import { eventFileOf } from '../../domain/letter/event-file.ts'
import { tryOpenReplyAddress } from '../../domain/seal/reply-address.ts'
import type { App } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { openLink } from './link.ts'

/** Like the event itself, the name of the file says nothing. `inline`: a phone then opens its calendar. */
const FILE_NAME = 'invite.ics'

/** The event of an invite's link as a file. Its UID is that of the mail, so that no calendar has it twice. */
export function eventFile(app: App): void {
  app.get(paths.inviteFile, async (c) => {
    const opened = await openLink(c, 'invite', c.req.query('k'))
    if (!opened.ok) return refused(c, opened.refusal)
    const { situation, reader, k } = opened.value
    const letter = eventFileOf(situation, reader.id)
    if (!letter) return missing(c)
    const { open, settings } = c.get('platform')
    const organizer = await tryOpenReplyAddress(open, reader.id, letter.organizer)
    // Without the key there is no address that an answer could go to.
    if (!organizer.ok) return missing(c)

    const written = writeLetter(letter, linksOver(k, settings.origin))
    const event = eventOf({ ...letter, organizer: organizer.value }, written)
    return c.body(writeMessage(event), 200, {
      'Content-Type': 'text/calendar; charset=utf-8; method=REQUEST',
      'Content-Disposition': `inline; filename="${FILE_NAME}"`,
    })
  })
}

/** The event leads to the page by the link in hand: reading makes no new one. */
function linksOver(k: string, origin: string): Links {
  return {
    pageOf: (path) => `${origin}${path}`,
    urlOf: (_, path, query = {}) => `${origin}/${path}?${new URLSearchParams({ k, ...query })}`,
  }
}
