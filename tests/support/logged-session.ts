import { logOutcome, type OutcomeRequest } from '../../worker/actions/session/log-outcome.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, HOUR, iso } from '../../worker/domain/time/time.ts'
import { at } from './times.ts'
import { aFixedSession, have, settingOf, type World } from './world.ts'

/** A log in which only “it happened” was tapped. */
export const HAPPENED: OutcomeRequest = {
  result: 'happened',
  commitment: null,
  dueOn: null,
  lastDone: null,
  benefit: null,
  evidence: null,
  needsManager: false,
  whyNotHeld: null,
}

/** Tom and Mr Bernard met at that moment; an hour later Tom logged the commitment. */
export async function aLoggedSession(world: World, start: string, commitment: string): Promise<Session> {
  const session = await aFixedSession(settingOf(world), world.pairing, start)
  await deliverDue(world.platform)
  world.now(iso(after(at(start), HOUR)))
  return have(
    await logOutcome(
      world.platform,
      session.id,
      { ...HAPPENED, commitment },
      { id: world.tom.id, door: 'link' },
    ),
  )
}
