import fc from 'fast-check'

import { callOff } from '../plain/rules.ts'
import { isAhead, type Model, type Name, openOf } from '../plain/state.ts'
import { aChoice, chosen, command, foretold } from './command.ts'

const again = (model: Model, key: string) => model.again.set(key, (model.again.get(key) ?? 0) + 1)

const replace = command(
  'replace the assistant',
  fc.record({ by: fc.constantFrom<(Name | null)[]>('odile', 'denis', null) }),
  () => true,
  async ({ model, house }, { by }) => {
    const { id } = house.people.bernard
    const json = { assistantIds: by === null ? [] : [house.people[by].id] }
    foretold(await house.ask('nadia', `/api/v1/people/${id}`, { method: 'PATCH', json }), true)
    if (model.assistants.get('bernard') !== by) model.replaced.add('bernard')
    model.assistants.set('bernard', by)
  },
)

/** The old address was never his: what is still true goes to the new one, and nothing more to the old. */
const correct = command(
  'correct an address',
  fc.record({ who: fc.constantFrom<Name[]>('tom', 'uma', 'bernard', 'odile', 'denis') }),
  () => true,
  async ({ model, house }, { who }) => {
    house.serial += 1
    const email = `${who}.${house.serial}@people.example`
    const path = `/api/v1/people/${house.people[who].id}`
    foretold(await house.ask('nadia', path, { method: 'PATCH', json: { email } }), true)
    model.addresses.set(who, email)
    if (model.press) model.press.isTold = true
    again(model, who)
  },
)

const rest = command(
  'pause, resume or end a pairing',
  fc.record({ pair: aChoice, status: fc.constantFrom('paused', 'paused', 'paused', 'ended') }),
  () => true,
  async ({ model, house }, { pair: index, status: wanted }) => {
    const pair = chosen([...model.pairs.values()], index)
    if (model.gone.has(pair.executive)) return
    const status = pair.status === 'active' ? (wanted === 'ended' ? 'ended' : 'paused') : 'active'
    const path = `/api/v1/pairings/${pair.id}`
    if (!foretold(await house.ask('nadia', path, { method: 'PATCH', json: { status } }), 'either')) return
    pair.status = status
    if (status === 'active') pair.resumedAt = model.now
    const open = openOf(model, pair.id)
    if (!open || status === 'active') return
    if (open.status === 'offered' || (status === 'ended' && isAhead(open, model.now)))
      callOff(model, open, false)
  },
)

/** Once in a life. Her dates are called off, and when her calendar knows it nothing is left of her. */
const erase = command(
  'erase a person',
  fc.constant({}),
  ({ gone }) => !gone.has('faure'),
  async ({ model, house }) => {
    const { id } = house.people.faure
    foretold(await house.ask('nadia', `/people/${id}/erasure`, { form: { sure: 'yes' } }), true)
    model.gone.add('faure')
    for (const pair of model.pairs.values()) {
      if (pair.executive !== 'faure') continue
      const open = openOf(model, pair.id)
      if (open && (open.status === 'offered' || isAhead(open, model.now))) callOff(model, open, false)
      pair.status = 'ended'
    }
  },
)

export const ofPeople = [replace, correct, rest]
export const rare = [erase]
