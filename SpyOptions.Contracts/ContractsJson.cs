using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SpyOptions.Contracts.Feed;
using SpyOptions.Contracts.Signals;

namespace SpyOptions.Contracts;

/// <summary>The one JSON form of everything that crosses a process: camelCase, enums as text, numbers finite, nulls left out where the reader does not ask for them.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SignalBatch))]
[JsonSerializable(typeof(SignalBatchResult))]
[JsonSerializable(typeof(SignalPage))]
[JsonSerializable(typeof(StoredSignal))]
[JsonSerializable(typeof(IReadOnlyList<StoredSignal>))]
[JsonSerializable(typeof(SignalAcknowledgement))]
[JsonSerializable(typeof(FeedReport))]
[JsonSerializable(typeof(FeedStatus))]
[JsonSerializable(typeof(ChainSnapshot))]
[JsonSerializable(typeof(IReadOnlyList<DateOnly>))]
public sealed partial class ContractsJson : JsonSerializerContext
{
    /// <summary>Puts the form onto serializer options that a framework made (minimal API, SignalR, HttpClient).</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new JsonStringEnumConverter());
        options.TypeInfoResolverChain.Insert(0, Default);
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
    }
}
