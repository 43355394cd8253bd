import { decideTelling, type HealthMail, type Telling } from '../../domain/clock/alert-mail.ts'
import { type Alert, type Signs, whatIsBad } from '../../domain/clock/alert.ts'
import { healthLetter } from '../../domain/letter/health.ts'
import { iso } from '../../domain/time/time.ts'
import type { Platform, Statement } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putAlerted, type Seen, selectSigns, toSigns } from '../../storage/clock/alerted.ts'
import { insertHealthLetter, listWhoHeard } from '../../storage/letter/health.ts'
import { listOwners } from '../../storage/people/owners.ts'
import { tellHealth } from '../../storage/webhook/message.ts'

/** What a tick has to tell of health, by what it saw when it began. */
export function tellingAt(
  { now, settings }: Pick<Platform, 'now' | 'settings'>,
  { signs, alerted, last }: Seen,
): Telling | null {
  const at = now()
  const codes = whatIsBad(signs, { now: at, tickingSince: settings.tickingSince })
  return decideTelling(codes, alerted, { now: at, last })
}

/**
 * Tells that health turned bad, or good, as it is after a tick has done what was due: given is what it has overwritten,
 * of the ticks before it. Nothing, if all is as it was told. Returns how often webhooks are to be told.
 */
export async function tellOfHealth(
  platform: Platform,
  { lastTick, jobsFailed }: Pick<Signs, 'lastTick' | 'jobsFailed'>,
): Promise<number> {
  const { db, now } = platform
  const seen = toSigns((await selectSigns(db, now()))[0])
  const telling = seen && tellingAt(platform, { ...seen, signs: { ...seen.signs, lastTick, jobsFailed } })
  if (!telling) return 0
  const { alert, mail, next } = telling
  await inOneBatch(db, [
    ...(alert ? [tellHealth(platform, messageOf(alert), seen.version)] : []),
    ...(mail ? await lettersOf(platform, mail, seen.version) : []),
    putAlerted(db, next, seen.version),
  ])
  return alert ? 1 : 0
}

function messageOf({ type, codes, since, next }: Alert) {
  return { type, at: next.toldAt, data: { codes, since: iso(since) } } as const
}

/** To each who runs the installation; that all is well only to whom another mail said that it was not. */
async function lettersOf(platform: Platform, mail: HealthMail, seen: number): Promise<readonly Statement[]> {
  const { db, newId } = platform
  const now = platform.now()
  const heard = mail.wellSince === null ? null : await listWhoHeard(db, mail.firstAt)
  const readers = (await listOwners(db)).filter(({ person }) => heard?.has(person.id) ?? true)
  const letters = readers.map((owner) => healthLetter(mail, owner, { id: newId('let'), now }))
  return (await Promise.all(letters.map((each) => insertHealthLetter(platform, each, seen)))).flat()
}
