import type { Person } from '../people/person.ts'
import type { Instant } from '../time/time.ts'
import { toWall } from '../time/zones.ts'

/** A manager, as her programme describes her. */
export type Hearer = Pick<Person, 'id' | 'notify' | 'awayUntil' | 'deputyId' | 'zone'>

/** Somebody who gets a mail, and for whom: for herself, for managers who are away, or both. */
export type Hearing<Manager extends Hearer> = {
  readonly hearer: Manager
  readonly insteadOf: readonly Manager[]
}

/** By her own clock; her last day away is one. */
export function isAway({ awayUntil, zone }: Pick<Hearer, 'awayUntil' | 'zone'>, now: Instant): boolean {
  return awayUntil !== null && toWall(zone, now).day <= awayUntil
}

/**
 * Who gets a manager's mails now: she herself, or while she is away her deputy, or the deputy of a deputy who is away too.
 * Where that leads to nobody who is here, she gets them all the same: no mail is for nobody.
 */
export function hearerFor<Manager extends Hearer>(
  manager: Manager,
  managers: readonly Manager[],
  now: Instant,
): Manager {
  const asked = new Set<string>()
  let at: Manager | undefined = manager
  while (at && !asked.has(at.id)) {
    if (!isAway(at, now)) return at
    asked.add(at.id)
    const { deputyId }: Manager = at
    at = managers.find(({ id }) => id === deputyId)
  }
  return manager
}

/** Who gets this mail now: each manager chose for herself whether there is one. */
export function hearersOf<Manager extends Hearer>(
  managers: readonly Manager[],
  mail: 'morning' | 'urgent',
  now: Instant,
): readonly Hearing<Manager>[] {
  const told = managers.filter(({ notify }) => notify === 'both' || notify === mail)
  const byHearer = Map.groupBy(told, (manager) => hearerFor(manager, managers, now))
  return Array.from(byHearer, ([hearer, insteadOf]) => ({ hearer, insteadOf }))
}
