/** A political office and the labels of positions that mean it. */
export interface Office {
  readonly office: string;
  /** What English news calls it; "{King|Queen}" where that goes by sex. */
  readonly title: string;
  readonly label: RegExp;
  /** Labels that look like it and mean something else. */
  readonly but: RegExp | null;
}

export const office = (id: string, title: string, label: RegExp, but: RegExp | null = null): Office => ({
  office: id,
  title,
  label,
  but,
});
