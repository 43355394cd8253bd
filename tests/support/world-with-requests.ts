import { requestsAbout } from './api-requests.ts'
import { anOffer, aFixedSession, aMentor, aPairing, aPersonIn, aWorld, settingOf } from './world.ts'

/** A world, and a valid request for each route of the API: people and sessions are there, other objects are not. */
export async function worldWithRequests() {
  const world = await aWorld()
  const here = settingOf(world)
  const mia = await aMentor(here, 'Mia Berg')
  const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
  const session = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
  const offered = await anOffer(here, await aPairing(here, world.tom, yann))
  const requests = requestsAbout({
    ...{ world, mia, session, offered, letterId: 'let_0', planId: 'pln_0', formatId: 'fmt_0' },
    ...{ importId: 'imp_0', reportLinkId: 'rpl_0', keyId: 'key_0', webhookId: 'whk_0', messageId: 'msg_0' },
    ...{ trackId: 'trk_0', formatIds: ['fmt_0', 'fmt_1', 'fmt_2'], key: 'draft:0' },
  })
  return { world, requests }
}
