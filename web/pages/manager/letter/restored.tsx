import type { PausedWork } from '../../../../worker/domain/letter/resume.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { Moment } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

type RestoredProps = {
  readonly paused: PausedWork
  readonly resumers: readonly string[] | null
  readonly frame: PageFrame
}

/** After a restore: what waits, and the two ways on, or who has them. */
export function Restored({ paused, resumers, frame }: RestoredProps) {
  const words = wordsFor(frame).deliveries.restored
  const counts = [words.ofBackup(paused.ofBackup), words.since(paused.since), words.timers(paused.timers)]
  return (
    <section class="notice refused" aria-labelledby="restored">
      <h2 id="restored">{words.title}</h2>
      <p>{words.about}</p>
      <p>
        {words.at} <Moment at={paused.at} frame={frame} /> · {words.backup}{' '}
        <Moment at={paused.backupAt} frame={frame} />
      </p>
      <p>
        {counts.filter((each) => each !== '').join(' ')}
        {paused.oldestAt === null ? null : (
          <>
            {' '}
            {words.oldest} <Moment at={paused.oldestAt} frame={frame} />
          </>
        )}
      </p>
      {resumers ? (
        <p>{words.owner(resumers)}</p>
      ) : (
        <>
          <p class="soft">{words.dropAbout}</p>
          <PostButton action={paths.deliveriesResumption} label={words.drop} hidden={{ waiting: 'drop' }} />
          <p class="soft">{words.sendAbout}</p>
          <PostButton action={paths.deliveriesResumption} label={words.send} hidden={{ waiting: 'send' }} />
        </>
      )}
    </section>
  )
}
