/** Hours east of Greenwich in a time zone of IANA, without summer time: the smaller of its offsets in January and July of 2026. */
export function standardTime(zone: string): number {
  // Morocco goes back an hour in Ramadan alone.
  if (zone === 'Africa/Casablanca' || zone === 'Africa/El_Aaiun') return 1;
  return Math.min(offsetIn(zone, 0), offsetIn(zone, 6));
}

function offsetIn(zone: string, month: number): number {
  const date = new Date(Date.UTC(2026, month, 15, 12));
  const written = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(date);
  const {
    sign,
    hours = '0',
    minutes = '0',
  } = /GMT(?:(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2}))?/.exec(written)?.groups ?? {};
  const offset = Number(hours) + Number(minutes) / 60;
  return sign === '-' ? -offset : offset;
}
