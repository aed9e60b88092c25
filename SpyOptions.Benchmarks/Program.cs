System.Console.WriteLine("usage: SpyOptions.Benchmarks COMMAND");
