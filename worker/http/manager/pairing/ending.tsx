import {
  PAIRING_ENDING_FIELDS,
  type PairingEndingData,
} from '../../../../web/pages/manager/pairing/ending-data.ts'
import { PairingEndingPage } from '../../../../web/pages/manager/pairing/ending.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { changePairing } from '../../../actions/pairing/change.ts'
import { hasMentor } from '../../../domain/pairing/pairing.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Situation } from '../../../domain/situation.ts'
import { listPairings } from '../../../storage/pairing/pairing.ts'
import { listMembersOfAll } from '../../../storage/people/membership.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { type App, type AppContext, managerOf } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { pairingSituationFor } from '../load.ts'
import { personId } from '../people/person-form.ts'
import { frameFor } from '../programme-scope.ts'
import { pairingAgain } from './pairing.tsx'

/** Shows what ends with a pairing, then ends it with one press; with another mentor it is handed over. */
export function endingPages(app: App): void {
  app.get('/pairings/:id/ending', async (c) => {
    const situation = await pairingSituationFor(c)
    if (!situation) return missing(c)
    const { pairing, executive } = situation
    if (pairing.status === 'ended') return c.redirect(paths.pairing(pairing.id), 303)
    const pairings = await listPairings(c.get('platform').db, pairing.programmeId)
    if (hasMentor(pairings, executive.id, personId(c.req.query('mentorId') ?? '')))
      return pairingAgain(c, situation, { reason: 'already-paired' })
    await recordAccess(c, bothOf(situation), '/pairings/:id/ending')
    return page(c, situation)
  })

  app.post('/pairings/:id/ending', async (c) => {
    const situation = await pairingSituationFor(c)
    if (!situation) return missing(c)
    const { id } = situation.pairing
    const ended = await changePairing(c.get('platform'), id, { status: 'ended' }, managerOf(c))
    return ended.ok
      ? c.redirect(afterSaving(paths.pairing(id), 'ended'), 303)
      : pairingAgain(c, situation, ended.refusal)
  })
}

async function page(c: AppContext, situation: Situation) {
  const { pairing, executive, ownMentor, session, now } = situation
  const chosen = personId(c.req.query('mentorId') ?? '')
  const { db, newId } = c.get('platform')
  // Only a mentor of this programme: a name of another one is not to be read here.
  const found = chosen ? await listMembersOfAll(db, [pairing.programmeId], chosen) : []
  const next = found.find(({ roles }) => roles.includes('mentor'))
  const isFixed = session?.status === 'fixed' && session.time !== null && session.time.start > now
  const data = seen<PairingEndingData>(lookOf('manager', null, executive), PAIRING_ENDING_FIELDS, {
    frame: frameFor(c, 'pairings', pairing.programmeId),
    id: pairing.id,
    executive: executive.name,
    mentor: ownMentor.name,
    next: next ? { id: next.id, name: next.name, newId: newId('pai') } : null,
    date: isFixed ? session.time : null,
    isAsked: session?.status === 'offered' && session.offer?.status === 'open',
  })
  return c.html(<PairingEndingPage {...data} />)
}
