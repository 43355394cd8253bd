import { type Component, linesNamed } from './components.ts'
import { unescapeText } from './lines.ts'
import type { CalendarReading, Respondent } from './reading.ts'

const NOTES = ['COMMENT', 'X-CALENDARSERVER-PRIVATE-COMMENT', 'X-CALENDARSERVER-ATTENDEE-COMMENT']
const RULE = '*~*~*~*'

/**
 * The comment in an answer; null if there is none or it is blank. Old Outlook sends it as DESCRIPTION, which `prodid`
 * shows. `prodid` is null for other messages, whose DESCRIPTION is the event's own.
 */
export function noteOf(event: Component, who: Respondent | null, prodid: string | null): string | null {
  const [comment, ...others] = NOTES.map((name) => textNamed(event, name))
  const named = comment ?? who?.comment ?? others.find((each) => each !== null) ?? null
  return named ?? (isMicrosoft(prodid) ? belowRule(textNamed(event, 'DESCRIPTION')) : null)
}

/**
 * The mail's text as a comment, without a program's own sentences. Google adds none to a proposal; Zimbra and Exchange
 * 2003 put the comment below a line of stars.
 */
export function noteAround(
  text: string,
  { prodid, class: kind }: Pick<CalendarReading, 'prodid' | 'class'>,
): string | null {
  if (text.includes(RULE)) return belowRule(text)
  if (isFromGoogle({ prodid })) return kind === 'counter' && !/google/i.test(text) ? text : null
  return PROGRAMS.test(prodid ?? '') ? null : text
}

export function isFromGoogle({ prodid }: Pick<CalendarReading, 'prodid'>): boolean {
  return /google/i.test(prodid ?? '')
}

/** Programs that write a sentence of their own into the mail: “Paul Bernard has accepted the invitation …”. */
const PROGRAMS =
  /sotto|mozilla|apple|\bical \d|iphone|\bios\b|mac os|android|zimbra|lotus|domino|yahoo|nextcloud|sabre|sogo|kde|kontact|ximian|evolution|fastmail|cyrus|proton|zoho|roundcube|horde|kolab|blue ?mind|tine ?2|open-xchange/i

function isMicrosoft(prodid: string | null): boolean {
  return /microsoft|outlook/i.test(prodid ?? '')
}

function textNamed(event: Component, name: string): string | null {
  const texts = linesNamed(event, name).map(({ value }) => unescapeText(value).trim())
  return texts.filter((text) => text !== '').join('\n') || null
}

/** Removes the time and place that Exchange 2003 repeats above a line of stars. */
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
