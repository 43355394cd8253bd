import { DAY, type Zone } from '../../worker/domain/time/time.ts'
import { toWall } from '../../worker/domain/time/zones.ts'
import type { Box, Example, SeenMail } from './seen.ts'
import { sharesDomain } from './sender-features.ts'
import { titleFeatures } from './title-features.ts'

type Feature = readonly [string, number]

/** What the mail administrator can look at, for each mail that came in. */
export function mailExamples({ id, owner, isParticipant, mails }: Box): readonly Example[] {
  const subjects = [...new Set(mails.map(({ subject }) => subject))]
  const bySender = Map.groupBy(mails, ({ from }) => from.address)
  return mails.map((mail) => ({
    person: id,
    owner: owner.address,
    isParticipant,
    isOurs: mail.isOurs,
    features: new Map<string, number>([
      ...timeFeatures(mail, owner.zone),
      ...titleFeatures(mail.subject, subjects),
      ...structureFeatures(mail),
      ...senderFeatures(mail, owner.address),
      ...rhythmFeatures(mail, bySender.get(mail.from.address) ?? [], owner.zone),
    ]),
  }))
}

function timeFeatures({ at }: SeenMail, zone: Zone): readonly Feature[] {
  const { minutes, weekday } = toWall(zone, at)
  return [
    ['times: hour', minutes / 60],
    [`times: at ${Math.floor(minutes / 60)}`, 1],
    [`times: weekday ${weekday}`, 1],
    ['times: outside working hours', weekday > 5 || minutes < 8 * 60 || minutes >= 19 * 60 ? 1 : 0],
  ]
}

function structureFeatures(mail: SeenMail): readonly Feature[] {
  const { octets, types, encodings, boundaries, headers, properties, prodid, method } = mail
  const ones = [
    `structure: parts ${types.join(' ')}`,
    `structure: encodings ${[...new Set(encodings)].toSorted().join(' ')}`,
    ...boundaries.map((each) => `structure: boundary ${formOf(each)}`),
    ...headers.map((each) => `structure: header ${each}`),
    ...properties.map((each) => `structure: calendar ${each}`),
    ...(prodid ? [`structure: written by ${prodid}`] : []),
    `structure: method ${method ?? 'none'}`,
  ]
  return [['structure: octets', Math.log(octets)], ...[...new Set(ones)].map((name) => [name, 1] as const)]
}

/** `mixed-1f0a9c3e` is `a-x`: letters, runs of digits and hexadecimals, signs. */
function formOf(boundary: string): string {
  return boundary
    .replaceAll(/[0-9a-f]{6,}/g, 'x')
    .replaceAll(/\d+/g, '0')
    .replaceAll(/[a-z]+/g, 'a')
}

function senderFeatures({ from, replyTo, messageId }: SeenMail, owner: string): readonly Feature[] {
  const [local = '', domain = ''] = from.address.split('@')
  const idDomain = messageId.replace(/.*@/, '').replace('>', '')
  return [
    [`sender: ${sharesDomain(domain, owner)}`, 1],
    [`sender: id of ${idDomain === domain ? 'the sender’s domain' : 'another domain'}`, 1],
    [`sender: id like ${formOf(messageId.replace(/@.*/, '').toLowerCase()).slice(0, 12)}`, 1],
    ['sender: another address to answer', replyTo !== null && replyTo !== from.address ? 1 : 0],
    ['sender: “via” in the name', / via /.test(from.name) ? 1 : 0],
    ['sender: initial in the name', /\p{L}\.( |$)/u.test(from.name) ? 1 : 0],
    ['sender: length of the address', local.length],
    ['sender: digits of the address', local.replaceAll(/\D/g, '').length],
  ]
}

function rhythmFeatures(mail: SeenMail, bySender: readonly SeenMail[], zone: Zone): readonly Feature[] {
  const at = bySender.indexOf(mail)
  const before = bySender[at - 1]
  const gap = before ? (mail.at - before.at) / DAY : null
  const hours = bySender.map((each) => toWall(zone, each.at).minutes / 60)
  return [
    ['rhythm: mails of this sender', Math.log(bySender.length)],
    ['rhythm: spread of its hours', spreadOf(hours)],
    ['rhythm: titles of this sender', new Set(bySender.map(({ subject }) => subject)).size],
    ...(gap === null ? [['rhythm: first of its sender', 1] as const] : gapFeatures(gap)),
  ]
}

function gapFeatures(days: number): readonly Feature[] {
  return [
    ['rhythm: days since the last of this sender', Math.log(1 + days)],
    ['rhythm: within a day of the last', days < 1 ? 1 : 0],
  ]
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length)
}
