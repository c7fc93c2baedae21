interface Item {
  name: string;
  text: string;
  price: number;
  tags: string[];
}

function Card({ item }: { item: Item }) {
  return (
    <article className="card">
      <h2>{item.name}</h2>
      <p className="text">{item.text}</p>
      <span className="price">{item.price.toFixed(2)} €</span>
      <ul>
        {item.tags.map((tag) => (
          <li key={tag}>
            <a href={`/tags/${tag}`}>{tag}</a>
          </li>
        ))}
      </ul>
    </article>
  );
}

export default function Product(props: { id: string; items: Item[] }) {
  return (
    <main>
      <h1>{props.id}</h1>
      {props.items.map((item) => (
        <Card key={item.name} item={item} />
      ))}
    </main>
  );
}
