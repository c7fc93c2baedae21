interface Props {
  id: string;
}

function Inner(props: Props): never {
  throw new TypeError(`no ${props.id}`);
}

export default function Throwing(props: Props) {
  return <Inner {...props} />;
}
