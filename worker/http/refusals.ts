import { type Listener, sentenceOf } from '../../web/words/refusals/sentence.ts'
import type { Names } from '../../web/words/refusals/telling.ts'
import type { Refusal } from '../domain/refusals.ts'

export type Explained = {
  readonly status: 400 | 404 | 409 | 410 | 429
  readonly code: Refusal['reason']
  readonly sentence: string
}

/** Status and sentence of a refusal, in one place; `names` only for a reader who may know both people. */
export function explain(refusal: Refusal, listener: Listener, names: Names | null = null): Explained {
  return { status: statusOf(refusal), code: refusal.reason, sentence: sentenceOf(refusal, listener, names) }
}

function statusOf({ reason }: Refusal): Explained['status'] {
  switch (reason) {
    case 'programme-needed':
      return 400
    case 'not-found':
      return 404
    case 'link-expired':
      return 410
    case 'too-many-requests':
      return 429
    default:
      return 409
  }
}
