import { type Component, linesNamed } from './components.ts'
import { unescapeText } from './lines.ts'
import type { CalendarReading, Respondent } from './reading.ts'

const NOTES = ['COMMENT', 'X-CALENDARSERVER-PRIVATE-COMMENT', 'X-CALENDARSERVER-ATTENDEE-COMMENT']
const RULE = '*~*~*~*'

/**
 * The words somebody added, or null; a lone line break is none. `prodid` tells old Outlook, whose answers bring them as
 * DESCRIPTION, from the rest; it is null for what is no answer, where a DESCRIPTION is the event's own.
 */
export function noteOf(event: Component, who: Respondent | null, prodid: string | null): string | null {
  const [comment, ...others] = NOTES.map((name) => textNamed(event, name))
  const named = comment ?? who?.comment ?? others.find((each) => each !== null) ?? null
  return named ?? (isMicrosoft(prodid) ? belowRule(textNamed(event, 'DESCRIPTION')) : null)
}

/**
 * The mail's text as a note: not what a program wrote of its own. Google writes nothing around the words of whoever
 * proposes a time; Zimbra and Exchange 2003 set them below a rule.
 */
export function noteAround(text: string, { prodid, class: kind }: CalendarReading): string | null {
  if (text.includes(RULE)) return belowRule(text)
  if (/google/i.test(prodid ?? '')) return kind === 'counter' && !/google/i.test(text) ? text : null
  return PROGRAMS.test(prodid ?? '') ? null : text
}

/** Those that write a sentence of their own into the mail's text: “Paul Bernard has accepted the invitation …”. */
const PROGRAMS =
  /mozilla|apple|\bical \d|iphone|\bios\b|mac os|android|zimbra|lotus|domino|yahoo|nextcloud|sabre|sogo|kde|kontact|ximian|evolution|fastmail|cyrus|proton|zoho|roundcube|horde|kolab|blue ?mind|tine ?2|open-xchange/i

function isMicrosoft(prodid: string | null): boolean {
  return /microsoft|outlook/i.test(prodid ?? '')
}

function textNamed(event: Component, name: string): string | null {
  const texts = linesNamed(event, name).map(({ value }) => unescapeText(value).trim())
  return texts.filter((text) => text !== '').join('\n') || null
}

/** Without the time and place that Exchange 2003 repeats above a line of stars. */
function belowRule(text: string | null): string | null {
  const at = text?.indexOf(RULE) ?? -1
  if (!text || at < 0) return text
  return (
    text
      .slice(at)
      .replace(/^[*~]+/, '')
      .trim() || null
  )
}
