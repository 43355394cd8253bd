import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type RecordLockedData = { readonly frame: PageFrame; readonly k: string }

/** In the place of the record, where the link is not young any more. */
export function RecordLockedPage({ frame, k }: RecordLockedData) {
  const words = wordsFor(frame).record
  return (
    <Frame frame={frame} title={words.lockedTitle} shape="sheet">
      <h1>{words.lockedTitle}</h1>
      <p>{words.locked}</p>
      <PostButton action={paths.own} hidden={{ k, send: 'own' }} label={words.sendFresh} tone="primary" />
    </Frame>
  )
}
