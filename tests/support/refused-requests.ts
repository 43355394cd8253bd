import type { Refusal } from '../../worker/domain/refusals.ts'
import type { Answer, Client } from './client.ts'
import type { World } from './world.ts'

/** A request that the house refuses: when, with which reason, and what of its evidence the sentence tells. */
export type RefusedRequest = {
  readonly code: Refusal['reason']
  readonly when: string
  readonly says: RegExp
  /** What its JSON holds beside the sentence. */
  readonly evidence?: object
  readonly ask: (nadia: Client, world: World) => Promise<Answer>
}

/** Books Tom and Mr Bernard, at ten in Paris on Wednesday 17 March, unless `more` says otherwise. */
export function bookSession(nadia: Client, { pairing }: World, more: object = {}): Promise<Answer> {
  return nadia.post('/api/v1/sessions', { pairingId: pairing.id, start: '2027-03-17T09:00:00Z', ...more })
}
