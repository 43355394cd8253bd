import { fromIso, type Interval } from '../../domain/time/time.ts'

/** An event as a mail program shows it, read from our own calendar part. */
export type ShownEvent = {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  /** Null when a proposal is refused: that message has no time. */
  readonly time: Interval | null
  readonly summary: string
  readonly location: string | null
  readonly description: string | null
  readonly organizer: EventParty
  readonly attendee: EventParty
}
export type EventParty = { readonly name: string; readonly address: string }

/** Reads only what our writer writes; null for anything else. The tolerant parser is in worker/domain/itip. */
export function readEvent(text: string): ShownEvent | null {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const outside = lines.slice(0, lines.indexOf('BEGIN:VALARM') >>> 0)
  const valueOf = (name: string) => partsOf(outside, name)?.value ?? null
  const [start, end] = [momentOf(valueOf('DTSTART')), momentOf(valueOf('DTEND'))]
  const [method, uid] = [valueOf('METHOD'), valueOf('UID')]
  if (!method || !uid) return null
  return {
    method,
    uid,
    sequence: Number(valueOf('SEQUENCE') ?? 0),
    time: start !== null && end !== null ? { start, end } : null,
    summary: unescaped(valueOf('SUMMARY') ?? ''),
    location: textOr(valueOf('LOCATION')),
    description: textOr(valueOf('DESCRIPTION')),
    organizer: partyOf(partsOf(outside, 'ORGANIZER')),
    attendee: partyOf(partsOf(outside, 'ATTENDEE')),
  }
}

type Parts = { readonly parameters: string; readonly value: string }

function partsOf(lines: readonly string[], name: string): Parts | null {
  for (const line of lines) {
    const [, parameters = '', value = ''] =
      new RegExp(`^${name}((?:;[\\w-]+=(?:"[^"]*"|[^":;]*))*):(.*)$`).exec(line) ?? []
    if (value) return { parameters, value }
  }
  return null
}

function partyOf(parts: Parts | null): EventParty {
  const [, quoted, plain] = /;CN=(?:"([^"]*)"|([^;]*))/.exec(parts?.parameters ?? '') ?? []
  return { name: quoted ?? plain ?? '', address: (parts?.value ?? '').replace(/^mailto:/i, '') }
}

function momentOf(text: string | null) {
  const iso = text?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  return fromIso(iso ?? '')
}

function textOr(value: string | null): string | null {
  return value === null ? null : unescaped(value)
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))
}
