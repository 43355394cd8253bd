import { paths } from '../../../../web/pages/paths.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePairing } from '../../../actions/pairing/change.ts'
import { isId, type PairingId } from '../../../domain/ids.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { refuse } from '../../../domain/result.ts'
import { listPairings } from '../../../storage/pairing/pairing.ts'
import { listEverybody } from '../../../storage/people/membership.ts'
import { type App, identityOf, managerOf } from '../../context.ts'
import { allFieldsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { programmeScopeOfForm } from '../programme-scope.ts'
import { putsBack } from '../put-back.ts'
import { lastOf, setSeveral, type Wanted, wantedIn } from '../several.ts'

/** Pauses several pairings, or takes them up again. */
export function statusesOfSeveral(app: App): void {
  app.post(paths.statuses, async (c) => {
    const all = await allFieldsOf(c)
    const fields = lastOf(all)
    const scope = programmeScopeOfForm(c, fields)
    if (!scope) return missing(c)
    const platform = c.get('platform')
    const [pairings, members] = await Promise.all([
      listPairings(platform.db, scope.programme.id),
      listEverybody(platform.db, scope.programme.id),
    ])
    const status = statusIn(fields['status'])
    const wanted = putsBack(fields)
      ? ofThese(pairings, wantedIn(fields['values']))
      : new Map<string, string>()
    const nameOf = (id: string | undefined) => members.find((each) => each.id === id)?.name ?? ''
    const becomes = status ? becoming(chosenPairings(pairings, all), status) : wanted
    return setSeveral(c, {
      ...{ scope, fields, action: paths.statuses },
      ...chosenLines(pairings, members, all, becomes),
      said: status === 'paused' ? 'paused-several' : 'resumed-several',
      wanted: becomes,
      read: async () => statusesOf(await listPairings(platform.db, scope.programme.id)),
      set: async (id, value) => {
        const next = statusIn(value)
        if (!next || !isId('pai', id)) return refuse({ reason: 'not-found' })
        return changePairing(platform, id, { status: next }, managerOf(c))
      },
      nameOf: (id) => {
        const pairing = pairings.find((each) => each.id === id)
        const { pairTitle } = wordsFor(identityOf(c).person).pairings
        return pairTitle(nameOf(pairing?.executiveId), nameOf(pairing?.mentorId))
      },
    })
  })
}

/** The pairings that a form chooses, each on its own or by their executives. */
export function chosenPairings(
  pairings: readonly Pairing[],
  { pairing = [], executive = [] }: Readonly<Record<string, readonly string[]>>,
): readonly Pairing[] {
  return pairings.filter(
    ({ id, executiveId, status }) =>
      status !== 'ended' && (pairing.includes(id) || executive.includes(executiveId)),
  )
}

/** Each line that is ticked, and those of them of which no pairing becomes another. */
function chosenLines(
  pairings: readonly Pairing[],
  members: readonly { readonly id: string }[],
  { pairing = [], executive = [] }: Readonly<Record<string, readonly string[]>>,
  becomes: Wanted,
) {
  const known = new Set<string>([...pairings, ...members].map(({ id }) => id))
  const isLeft = (each: string) =>
    pairings.every(({ id, executiveId }) => !becomes.has(id) || (id !== each && executiveId !== each))
  const chosen = [...pairing, ...executive].filter((each) => known.has(each))
  return { chosen, left: chosen.filter(isLeft) }
}

/** Only what is active is paused, and only what is paused is taken up again. */
function becoming(chosen: readonly Pairing[], status: 'active' | 'paused'): Wanted {
  const from = status === 'paused' ? 'active' : 'paused'
  return new Map(chosen.filter((each) => each.status === from).map(({ id }) => [id, status]))
}

function ofThese(pairings: readonly Pairing[], wanted: Wanted): Wanted {
  return new Map([...wanted].filter(([id]) => pairings.some((each) => each.id === id)))
}

function statusesOf(pairings: readonly Pairing[]): Wanted {
  return new Map(pairings.map(({ id, status }): [PairingId, string] => [id, status]))
}

function statusIn(text: string | undefined): 'active' | 'paused' | null {
  return text === 'active' || text === 'paused' ? text : null
}
