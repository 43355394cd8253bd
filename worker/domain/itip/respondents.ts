import type { Partstat } from '../session/session.ts'
import { type Component, linesNamed } from './components.ts'
import { type ContentLine, parameter, unescapeText } from './lines.ts'
import { attendeeProposal } from './proposals.ts'
import type { CalendarProblem, Respondent } from './reading.ts'
import { readAddress } from './values.ts'
import type { Clocks } from './zone-names.ts'

/** More than any private meeting has, and few enough to read. */
const MAX_RESPONDENTS = 200

const PARTSTATS: ReadonlyMap<string, Partstat> = new Map([
  ['ACCEPTED', 'ACCEPTED'],
  ['DECLINED', 'DECLINED'],
  ['TENTATIVE', 'TENTATIVE'],
  ['DELEGATED', 'DELEGATED'],
  ['NEEDS-ACTION', 'NEEDS-ACTION'],
])

/** The event's own ATTENDEEs, each address once. Contradictory lines of one address say nothing. */
export function respondentsOf(
  event: Component,
  clocks: Clocks,
): { list: Respondent[]; problems: CalendarProblem[] } {
  const problems: CalendarProblem[] = []
  const list = new Map<string, Respondent>()
  for (const line of linesNamed(event, 'ATTENDEE').slice(0, MAX_RESPONDENTS).map(repairParameters)) {
    const found = readRespondent(line, event, clocks)
    if (!found) continue
    const before = list.get(found.address)
    if (before && contradict(before, found)) problems.push('contradictory-attendee')
    if (isUnknown(parameter(line, 'PARTSTAT'))) problems.push('unknown-partstat')
    list.set(found.address, before ? merge(before, found) : found)
  }
  return { list: [...list.values()], problems }
}

/**
 * Who answered: the sender of the mail, else the only guest who answered, else the only attendee. A delegate counts
 * before the person who delegated (RFC 5546 §4.2.5). Null if that is uncertain.
 */
export function respondentOfCalendar(
  list: readonly Respondent[],
  organizer: string | null,
  from: string | null,
): Respondent | null {
  const guests = list.filter(({ address }) => address !== organizer)
  const sender =
    guests.find(({ address }) => address === from) ??
    only(guests.filter((each) => each.sentBy === from && from))
  const speaking = guests.filter((each) => each.proposed || hasAnswered(each))
  const last = speaking.filter(({ delegatedTo }) => !speaking.some(({ address }) => address === delegatedTo))
  return sender ?? only(guests) ?? only(last) ?? (guests.length ? null : only(list))
}

/** The attendee with one of these addresses, for a caller who knows the person by the secret address. */
export function respondentAmong(
  list: readonly Respondent[],
  addresses: readonly string[],
): Respondent | null {
  return list.find(({ address }) => addresses.includes(address)) ?? null
}

function readRespondent(line: ContentLine, event: Component, clocks: Clocks): Respondent | null {
  const named = [line.value, parameter(line, 'EMAIL'), parameter(line, 'CN')]
  const address = named.map((text) => readAddress(text ?? '')).find((each) => each !== null)
  if (!address) return null
  return {
    address,
    name: parameter(line, 'CN'),
    partstat: readPartstat(parameter(line, 'PARTSTAT')),
    sentBy: readAddress(parameter(line, 'SENT-BY') ?? ''),
    delegatedTo: readAddress(parameter(line, 'DELEGATED-TO') ?? ''),
    comment: responseComment(parameter(line, 'X-RESPONSE-COMMENT') ?? parameter(line, 'X-COMMENT')),
    proposed: attendeeProposal(line, event, clocks),
  }
}

/** Some programs write the parameters after the address: `ATTENDEE:mailto:a@b.example;PARTSTAT=ACCEPTED`. */
function repairParameters(line: ContentLine): ContentLine {
  const at = line.value.indexOf(';')
  if (at < 0) return line
  return {
    ...line,
    value: line.value.slice(0, at),
    parameters: line.parameters + line.value.slice(at),
  }
}

function readPartstat(text: string | null): Partstat | null {
  return text === null ? null : (PARTSTATS.get(text.trim().toUpperCase()) ?? 'NEEDS-ACTION')
}

function isUnknown(text: string | null): boolean {
  return text !== null && !PARTSTATS.has(text.trim().toUpperCase())
}

/** Google writes HTML entities and iCalendar backslashes into one parameter. */
function responseComment(text: string | null): string | null {
  if (!text) return null
  const plain = unescapeText(text)
  return plain.replace(/&(#39|quot|lt|gt|amp);/g, (_, code: string) => ENTITIES[code] ?? '').trim() || null
}

const ENTITIES: Readonly<Record<string, string>> = { '#39': "'", quot: '"', lt: '<', gt: '>', amp: '&' }

function contradict(one: Respondent, other: Respondent): boolean {
  return hasAnswered(one) && hasAnswered(other) && one.partstat !== other.partstat
}

function hasAnswered({ partstat }: Respondent): boolean {
  return partstat !== null && partstat !== 'NEEDS-ACTION'
}

function merge(one: Respondent, other: Respondent): Respondent {
  const [more, less] = hasAnswered(other) && !hasAnswered(one) ? [other, one] : [one, other]
  return {
    address: more.address,
    name: more.name ?? less.name,
    partstat: contradict(one, other) ? null : (more.partstat ?? less.partstat),
    sentBy: more.sentBy ?? less.sentBy,
    delegatedTo: more.delegatedTo ?? less.delegatedTo,
    comment: more.comment ?? less.comment,
    proposed: more.proposed ?? less.proposed,
  }
}

function only<Thing>(things: readonly Thing[]): Thing | null {
  return things.length === 1 ? (things[0] ?? null) : null
}
