import { type Format, isAsBuiltIn } from '../../../../worker/domain/path/format.ts'
import { CheckField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { FormatFields } from '../../../parts/format-fields.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { formatName } from '../../../words/formats/words.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type FormatData = {
  readonly frame: PageFrame
  readonly format: Format
  /** The programme's formats. */
  readonly all: readonly Format[]
  readonly form: FormState
}

/** One format: its words, and what else it sets. */
export function FormatPage({ frame, format, all, form }: FormatData) {
  const words = wordsFor(frame).formats
  const name = formatName(format.words, frame.locale)
  const isOwn = !isAsBuiltIn(format)
  return (
    <Frame frame={frame} title={name} errors={form.errors}>
      <header class="heading">
        <p class="eyebrow">
          <a href={paths.programmeFormats(format.programmeId)}>{words.toList}</a>
        </p>
        <h1>{name}</h1>
        {format.standard ? <p class="soft">{isOwn ? words.ownHint : words.houseHint}</p> : null}
      </header>
      <div class="columns">
        <form method="post" action={paths.format(format.id)} class="stack">
          <FormatFields frame={frame} form={form} format={format} all={all} />
          {format.standard && isOwn ? (
            <CheckField form={form} name="house" label={words.backToHouse} />
          ) : null}
          <p>
            <button class="primary" type="submit">
              {words.save}
            </button>
          </p>
        </form>
        <section class="aside">
          <p class="hint">{words.putAwayHint}</p>
          <PostButton
            action={paths.formatArchive(format.id)}
            hidden={{ archived: format.isArchived ? 'no' : 'yes' }}
            label={format.isArchived ? words.takeBack : words.putAway}
          />
        </section>
      </div>
    </Frame>
  )
}
