import { wordsFor } from '../words/pages/words.ts'
import { MailLink } from './mailto.tsx'
import type { PageFrame } from './page-frame.ts'

/** The person behind the page: who wrote, and where a reply is read. */
export type SenderLine = { readonly name: string; readonly email: string; readonly programme: string }

export function SenderNote({ sender, frame }: { readonly sender: SenderLine; readonly frame: PageFrame }) {
  const words = wordsFor(frame).answering
  return (
    <footer class="sender">
      <p>
        {words.whoWrote(`${sender.name}, ${sender.programme}`)} {words.reach}{' '}
        <MailLink address={sender.email} />.
      </p>
    </footer>
  )
}
