import type { Notice } from './page-frame.ts'
import { PostButton } from './post.tsx'

/** What was just done, or why it was refused, and what can still be done about it. It stays in sight while the page is read. */
export function NoticeLine({ notice: { tone, sentence, deeds = [] } }: { readonly notice: Notice }) {
  const role = tone === 'refused' ? 'alert' : 'status'
  if (deeds.length === 0)
    return (
      <p class={`notice ${tone}`} role={role}>
        {sentence}
      </p>
    )
  return (
    <div class={`notice ${tone} with-deeds`} role={role}>
      <p>{sentence}</p>
      {deeds.map(({ action, hidden, label }) => (
        <PostButton action={action} hidden={hidden} label={label} enhance="#content" />
      ))}
    </div>
  )
}
