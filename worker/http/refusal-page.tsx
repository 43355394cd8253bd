import type { ContentfulStatusCode } from 'hono/utils/http-status'

import { RefusalPage } from '../../web/pages/public/refusal.tsx'
import { wordsFor } from '../../web/words/pages/words.ts'
import type { AppContext } from './context.ts'
import { frameOf, sheetOf, strangerOf } from './frame.ts'
import { firstPageOf } from './has-role.ts'
import { isBrokenLink, signedInReader, waysOn } from './ways-on.ts'

type Told = {
  readonly code: string
  readonly sentence: string
  readonly back: string | null
  readonly requestId: string | null
}

/** A refusal as a page: a heading in words, the reader's navigation, and the ways on. */
export async function refusalPage(
  c: AppContext,
  status: ContentfulStatusCode,
  { code, sentence, back, requestId }: Told,
): Promise<Response> {
  const { locale } = readerOf(c)
  const words = wordsFor({ locale }).refusal
  const isBroken = code === 'not-found' && isBrokenLink(c)
  const ways = await waysOn(c, { locale, status, back })
  return c.html(
    <RefusalPage
      frame={frameFor(c)}
      title={isBroken ? words.titles.brokenLink : titleOf(c, status, code)}
      sentence={isBroken ? words.brokenLink : sentence}
      requestId={requestId}
      {...ways}
      code={status}
    />,
    status,
  )
}

/** The reader of the link, the signed-in person, or whoever asks: locale and zone. */
export function readerOf(c: AppContext) {
  return c.get('linkReader') ?? c.get('identity')?.person ?? strangerOf(c)
}

/** With the navigation of whoever has one. */
function frameFor(c: AppContext) {
  const identity = signedInReader(c)
  return identity && firstPageOf(identity) ? frameOf(c, null) : sheetOf(c, readerOf(c))
}

function titleOf(c: AppContext, status: ContentfulStatusCode, code: string): string {
  const { refusal, entrance } = wordsFor(readerOf(c))
  if (code === 'link-ended' || code === 'figures-ended' || code === 'link-expired') return entrance.endedTitle
  switch (status) {
    case 404:
      return refusal.titles.notFound
    case 405:
      return refusal.titles.wrongWay
    case 429:
      return refusal.titles.tooOften
    case 400:
    case 403:
    case 413:
    case 415:
    case 422:
      return refusal.titles.notAccepted
    case 500:
      return refusal.titles.broken
    case 503:
      return code === 'busy' ? refusal.titles.busy : refusal.titles.notDone
    default:
      return refusal.titles.notDone
  }
}
