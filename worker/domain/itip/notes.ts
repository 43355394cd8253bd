import { type Component, linesNamed } from './components.ts'
import { unescapeText } from './lines.ts'
import type { Respondent } from './reading.ts'

const NOTES = ['COMMENT', 'X-CALENDARSERVER-PRIVATE-COMMENT', 'X-CALENDARSERVER-ATTENDEE-COMMENT']
const RULE = '*~*~*~*'

/** The words somebody added to an answer, or null; a lone line break is none. `prodid` tells old Outlook from the rest. */
export function noteOf(event: Component, who: Respondent | null, prodid: string | null): string | null {
  const [comment, ...others] = NOTES.map((name) => textNamed(event, name))
  const named = comment ?? who?.comment ?? others.find((each) => each !== null) ?? null
  return named ?? (isMicrosoft(prodid) ? belowRule(textNamed(event, 'DESCRIPTION')) : null)
}

/** Programs that write a sentence of their own into the mail's text: there it is no note of anybody's. */
export function writesText(prodid: string | null): boolean {
  return /google|mozilla|apple|iphone|\bios\b|mac os|zimbra|lotus|domino|yahoo|nextcloud|sabre|sogo|kde|kontact|ximian|evolution|fastmail|cyrus|proton|zoho|roundcube|horde|kolab|bluemind|open-xchange/i.test(
    prodid ?? '',
  )
}

function isMicrosoft(prodid: string | null): boolean {
  return /microsoft|outlook/i.test(prodid ?? '')
}

function textNamed(event: Component, name: string): string | null {
  const texts = linesNamed(event, name).map(({ value }) => unescapeText(value).trim())
  return texts.filter((text) => text !== '').join('\n') || null
}

/** Without the time and place that Exchange 2003 repeats above a line of stars. */
export function belowRule(text: string | null): string | null {
  const at = text?.indexOf(RULE) ?? -1
  if (!text || at < 0) return text
  return (
    text
      .slice(at)
      .replace(/^[*~]+/, '')
      .trim() || null
  )
}
