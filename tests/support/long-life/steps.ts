import type { ProgrammeId } from '../../../worker/domain/ids.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import { textAt } from '../response-shapes.ts'
import { canary } from './canary.ts'
import type { Life } from './life.ts'
import { astray } from './steps/astray.ts'
import { atDesks } from './steps/at-desks.ts'
import { byLinks } from './steps/by-links.ts'
import { byMail } from './steps/by-mail.ts'
import { byManagers } from './steps/by-managers.ts'
import { ofAccounts } from './steps/of-accounts.ts'
import { ofRecords } from './steps/of-records.ts'
import { outward } from './steps/outward.ts'
import { idOf, type Step } from './steps/step.ts'

/** All of them. A walk takes each in turn, in an order of its own. */
export const STEPS: Readonly<Record<string, Step>> = {
  ...byManagers,
  ...byLinks,
  ...byMail,
  ...atDesks,
  ...ofAccounts,
  ...ofRecords,
  ...outward,
  ...astray,
}

/** A format of its own for each house, and a track for the pair that is a workshop. */
export async function furnish(life: Life): Promise<void> {
  for (const { owner, programme, manager } of life.cast.houses) {
    await openToPrograms(life, manager, programme.id)
    const path = `/api/v1/programmes/${programme.id}`
    const json = { name: canary(owner, 'format'), prompts: [canary(owner, 'prompt')] }
    const formatId = idOf((await life.ask(manager, `${path}/formats`, { json })).body)
    const pairs = life.pairs.filter(({ house }) => house.programme.id === programme.id)
    const { body } = await life.ask(manager, `${path}/formats`)
    const others = Array.from(body.matchAll(/"id":"(fmt_\w+)"/g), ([, id = '']) => id)
    const formatIds = [formatId, ...others.filter((id) => id !== formatId).slice(0, 2)]
    for (const { pairing, owner: whose } of pairs.filter((each) => each.pairing.kind === 'workshop')) {
      const text = canary(whose, 'material')
      const track = { formatIds, materials: [{ formatId, text, executiveText: text }] }
      const made = await life.ask(manager, `${path}/tracks`, {
        json: { ...track, name: canary(whose, 'track') },
      })
      const trackId = idOf(made.body)
      await life.ask(manager, `/api/v1/pairings/${pairing.id}`, { method: 'PATCH', json: { trackId } })
    }
    for (const { executive } of pairs)
      await life.ask(manager, `/api/v1/people/${executive.person.id}?programme=${programme.id}`, {
        ...{ method: 'PATCH', json: { rules: { formats: [formatId] } } },
      })
  }
}

/** A webhook that is told everything, and a key that reads. */
async function openToPrograms(life: Life, manager: Person, programmeId: ProgrammeId): Promise<void> {
  const url = `https://hooks.example/${programmeId}`
  await life.ask(manager, '/api/v1/webhooks', { json: { programmeId, url } })
  const wish = { name: 'Intranet', access: 'read', programmeIds: [programmeId], expiresOn: '2028-03-01' }
  const { body } = await life.ask(manager, '/api/v1/keys', { json: wish })
  life.keys.push({ manager, key: textAt(JSON.parse(body), 'key') })
}
