import type { Refusal } from '../../worker/domain/refusals.ts'
import type { Answer, Client } from './client.ts'
import type { World } from './world.ts'

/** A refused request: when, with which reason, and which evidence the sentence says. */
export type RefusedRequest = {
  readonly code: Refusal['reason']
  readonly when: string
  readonly says: RegExp
  /** Further fields of its JSON. */
  readonly evidence?: object
  readonly ask: (nadia: Client, world: World) => Promise<Answer>
}

/** Books Tom and Mr Bernard, at ten in Paris on Wednesday 17 March, unless `more` says otherwise. */
export function bookSession(nadia: Client, { pairing }: World, more: object = {}): Promise<Answer> {
  return nadia.post('/api/v1/sessions', { pairingId: pairing.id, start: '2027-03-17T09:00:00Z', ...more })
}
