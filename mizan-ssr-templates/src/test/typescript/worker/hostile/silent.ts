console.error("I will never be ready");
setInterval(() => {}, 1_000);
