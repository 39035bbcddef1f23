/** Sets the title of the document: "Props · Vitrine". React hoists it into the head. */
export function PageTitle({ title }: { title: string }) {
  return <title>{`${title} · Vitrine`}</title>;
}
