import { AIMS } from '../../../../worker/domain/path/aim.ts'
import { SelectField } from '../../../parts/fields.tsx'
import { stepWords } from '../../../parts/track-step.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PairingData, TrackChoice } from './pairing-data.ts'

/** What the two work towards, and what comes next on the way. */
export function PairingPath({
  data: { frame, form, id, aim, track, status, next },
}: {
  readonly data: PairingData
}) {
  const words = wordsFor(frame).path
  const choices = AIMS.map((value) => ({ value, label: words.aims[value] }))
  return (
    <section id="path" class="stack" data-here tabindex={-1}>
      <h2>{words.title}</h2>
      {track?.standing ? <p>{stepWords({ frame, track: track.standing })}</p> : null}
      {status === 'ended' ? null : <Next frame={frame} next={next} />}
      {status === 'ended' ? (
        <p class="soft">{words.towards(aim ? words.aims[aim] : words.noAim)}</p>
      ) : (
        <form method="post" action={paths.pairing(id)} class="stack" data-enhance="#content">
          <SelectField
            form={form}
            name="aim"
            label={words.aim}
            hint={words.aimHint}
            value={aim ?? ''}
            choices={[{ value: '', label: words.noAim }, ...choices]}
          />
          {track ? <TrackField frame={frame} form={form} track={track} /> : null}
          <p>
            <button class="quiet" type="submit">
              {words.save}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

type TrackProps = Pick<PairingData, 'frame' | 'form'> & { readonly track: TrackChoice }

function TrackField({ frame, form, track: { standing, choices, programmeId } }: TrackProps) {
  const words = wordsFor(frame).tracks
  return (
    <>
      <SelectField
        form={form}
        name="trackId"
        label={words.choose}
        hint={words.chooseHint}
        value={standing?.id ?? ''}
        choices={[{ value: '', label: words.none }, ...choices]}
      />
      <p>
        <a href={paths.programmeTracks(programmeId)}>{words.itsTracks}</a>
      </p>
    </>
  )
}

type NextProps = Pick<PairingData, 'frame' | 'next'>

function Next({ frame, next }: NextProps) {
  const words = wordsFor(frame).path
  if (next.length === 0) return <p class="soft">{words.nothingNext}</p>
  return (
    <ol class="rows">
      {next.map(({ id, name, reasons }) => (
        <li class="row">
          <p class="row-what">
            <a class="name" href={paths.format(id)}>
              {name}
            </a>
          </p>
          <p class="row-words soft">{reasons.join(' ')}</p>
        </li>
      ))}
    </ol>
  )
}
