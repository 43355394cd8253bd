import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { outbox } from '../../schema/index.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import { after, HOUR, iso } from '../../worker/domain/time/time.ts'
import { findPresent } from '../../worker/storage/letter/present.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { storedLetters } from '../support/stored-letters.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aPairing, aPersonIn, asManager, aWorld, have, settingOf } from '../support/world.ts'

test('what a letter is judged by is of its own session: its assistants, its commitment, its people', async () => {
  const world = await aWorld()
  const { platform, nadia, bernard, odile, tom } = world
  const here = settingOf(world)
  const lea = await aPersonIn(here, 'executive', { name: 'Lea Duval', assistantIds: [odile.id] })
  const other = await aFixedSession(here, await aPairing(here, tom, lea), '2027-03-16T09:00Z')
  world.now(iso(after(at('2027-03-16T09:00Z'), HOUR)))
  have(
    await logOutcome(
      platform,
      other.id,
      { ...HAPPENED, commitment: 'Hers alone' },
      { id: tom.id, door: 'link' },
    ),
  )
  have(await changePerson(platform, bernard.id, { assistantIds: [] }, asManager(nadia)))

  const session = await aFixedSession(here, world.pairing, '2027-03-18T10:00Z')
  const stored = await storedLetters(platform, eq(outbox.sessionId, session.id))
  const letters = stored.map(({ letter }) => letter)
  const { sessions } = await findPresent(platform.db, letters, platform.now())
  expect(sessions.get(session.id)).toMatchObject({
    assistantIds: [],
    openCommitment: null,
    mentorName: tom.name,
    pairingStatus: 'active',
  })
})
