System.Console.WriteLine("SPY Options Platform");
