/**
 * The sentence with its hours as the library reads them, “16:00”: “16h”, “16 h 30”, “16.00”, “4 pm”, “midi”, “3 heures de
 * l'après-midi”. A range of two hours at most is its start. Without accents and in lower case.
 */
export function withWholeHours(sentence: string): string {
  return sentence
    .replace(
      /(?<![\d:.])\b(?:(?:for|within|in|pendant|durant|dans|de)\s+)?\d{1,3}[ -]?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|jours?|semaines?|mois)\b(?! (?:du|de l'))/g,
      ' ',
    )
    .replace(/(?<!apres[- ]|avant[- ]|\ble )\bmidi\b|\b(?:12 )?(?:noon|midday)\b/g, '12:00')
    .replace(
      /\b(\d{1,2})\s?(?:heures?|h)\s?(\d{2})?(?![\w:])/g,
      (whole: string, hour: string, minute = '00') =>
        Number(hour) < 24 && Number(minute) < 60 ? `${hour}:${minute}` : whole,
    )
    .replace(/(?<![\d/.:])([01]?\d|2[0-3])\.(00|15|30|45)(?![\d/:]|\.\d)/g, '$1:$2')
    .replace(
      /\b(\d{1,2})(?::(\d{2}))?\s?(?:o'clock\s?)?(?:(am|pm)\b|(du matin|in the morning)|(du soir|de l'apres[- ]midi|in the (?:afternoon|evening)))/g,
      toTwentyFour,
    )
    .replace(
      /\b((?:at|around|about) )(1\d|2[0-3]|[7-9])(?=$|[,.;!?)]| (?!of\b|am\b|pm\b|o'clock\b)[a-z])/g,
      '$1$2:00',
    )
    .replace(/(\d{1,2}:\d{2})\s?(?:hrs?|hours|o'clock|uhr)\b/g, '$1')
    .replace(/(?<!\d)([7-9]):([0-5]\d)(?!\d)/g, '0$1:$2')
    .replace(
      /(?:\b(?:from|de)\s+)?(?<!\d)(\d{2}):(\d{2})\s*(?:-|–|—|to\b|a\b|until\b|till\b)\s*(\d{2}):(\d{2})(?!\d)/g,
      startOfRange,
    )
}

function toTwentyFour(
  whole: string,
  hour: string,
  minute: string | undefined,
  half: string | undefined,
  morning: string | undefined,
): string {
  const number = Number(hour)
  const isMorning = half === 'am' || morning !== undefined
  if (number > 23 || number < 1 || (number > 12 && isMorning)) return whole
  const moved = number > 12 ? number : (number % 12) + (isMorning ? 0 : 12)
  return `${String(moved).padStart(2, '0')}:${minute ?? '00'}`
}

const MAX_RANGE_MINUTES = 120

function startOfRange(whole: string, ...[fromHour, fromMinute, toHour, toMinute]: readonly string[]): string {
  const minutes = (Number(toHour) - Number(fromHour)) * 60 + Number(toMinute) - Number(fromMinute)
  return minutes > 0 && minutes <= MAX_RANGE_MINUTES ? `${fromHour}:${fromMinute}` : whole
}

/** Hours said in words, or on a clock that is not the writer's: nothing here reads those for certain. */
export function hasUncertainHour(sentence: string): boolean {
  return UNCERTAIN.test(sentence)
}

const UNCERTAIN =
  /\bhalf past\b|\bhalf (?:two|three|four|five|six|seven|eight|nine|ten)\b|\bquarter (?:past|to)\b|\bet (?:quart|demie?)\b|\bmoins le quart\b|\b(?:your|his|her|their) time\b|\bheure (?:de|d'|du)\b|\b(?!any|some|this|that|the|next|first|my|our|same|what|which|good|better|best|other|of|no|in|on|same|real|local)[a-z]+ time\b(?=[^a-z]*$|,| (?:would|is|works|suits|please))|\butc\b|\bgmt\b/
