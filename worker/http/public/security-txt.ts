import { isSecurityContact } from '../../domain/people/security-contact.ts'
import { after, DAY, iso, instant } from '../../domain/time/time.ts'
import type { App } from '../context.ts'
import { missing } from '../responses.tsx'

/** As long as what is said counts at most: well below the year of RFC 9116 §2.5.5. */
const VALID_MS = 90 * DAY

/** RFC 9116: where a hole is reported. It ends anew each day, so that nobody has to renew it. */
export function securityTxtRoute(app: App): void {
  app.get('/.well-known/security.txt', (c) => {
    const { now, settings } = c.get('platform')
    const contact = settings.securityContact.trim()
    if (!isSecurityContact(contact)) return missing(c)
    const today = instant(now() - (now() % DAY))
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${iso(after(today, VALID_MS))}`,
      'Preferred-Languages: en, fr',
      `Canonical: ${settings.origin}/.well-known/security.txt`,
    ]
    return c.text(`${lines.join('\n')}\n`)
  })
}
