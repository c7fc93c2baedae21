/** A bundled view whose promise is fulfilled for some only. */
export function render(params: { props: { id: string } }): Promise<{ html: string; head: string; lang: string }> {
  const { id } = params.props;
  return id === "never"
    ? new Promise(() => {})
    : Promise.resolve({ html: `<p>${id}</p>`, head: "<title>ö</title>", lang: "de" });
}
